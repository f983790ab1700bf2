class Neuron:
    """The activation of w * x + b."""

    def __init__(self, nin, activation, weight, bias):
        self.w = [Value(weight(), label='w') for _ in range(nin)]
        self.b = Value(bias(), label='b')
        self.activation = activation

    def __call__(self, x):
        act = self.b
        for wi, xi in zip(self.w, x):
            act = act + wi * xi
        return act if self.activation == 'linear' else getattr(act, self.activation)()

    def parameters(self):
        return self.w + [self.b]


class Layer:
    def __init__(self, nin, nout, activation, weight, bias):
        self.neurons = [Neuron(nin, activation, weight, bias) for _ in range(nout)]

    def __call__(self, x):
        return [n(x) for n in self.neurons]

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]


class MLP:
    """Layers one after the other; draws gives the two functions that draw a layer's weights and biases."""

    def __init__(self, nin, nouts, activations, draws):
        sz = [nin] + nouts
        self.layers = [Layer(sz[i], sz[i + 1], activations[i], *draws(sz[i], sz[i + 1])) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
