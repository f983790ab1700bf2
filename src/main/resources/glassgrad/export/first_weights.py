def draws(nin, nout):
    """The functions that draw the first weights, and the first biases, of a layer."""
    bound = {
        'uniform': 1.0,
        'xavier': math.sqrt(6 / (nin + nout)),
        'he': math.sqrt(6 / nin),
        'zeros': 0.0,
    }.get(INITIALISATION, 0.0)

    def weight():
        return random.uniform(-bound, bound)

    return weight, weight if BIAS == 'random' else lambda: 0.0


def names():
    """layer1.neuron1.w1, ..., per neuron its weights, then its bias."""
    nin = len(SAMPLES[0][0])
    for i, nout in enumerate(LAYERS, 1):
        for j in range(1, nout + 1):
            yield from (f'layer{i}.neuron{j}.w{k}' for k in range(1, nin + 1))
            yield f'layer{i}.neuron{j}.b'
        nin = nout
