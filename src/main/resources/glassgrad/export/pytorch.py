def draw_parameters():
    """The first weights and biases, drawn one by one as Python's random does, so that they are the same everywhere."""
    random.seed(abs(SEED))
    drawn, nin = [], len(SAMPLES[0][0])
    for nout in LAYERS:
        weight, bias = draws(nin, nout)
        for _ in range(nout):
            drawn.extend(weight() for _ in range(nin))
            drawn.append(bias())
        nin = nout
    return FIRST_WEIGHTS or drawn


class Network(torch.nn.Module):
    """A multi-layer perceptron; its parameters stand neuron by neuron, the bias after the weights."""

    def __init__(self, numbers):
        super().__init__()
        self.layers = torch.nn.ParameterList()
        nin, start = len(SAMPLES[0][0]), 0
        for nout in LAYERS:
            count = nout * (nin + 1)
            rows = torch.tensor(numbers[start:start + count]).reshape(nout, nin + 1)
            self.layers.append(torch.nn.Parameter(rows))
            nin, start = nout, start + count

    def forward(self, x):
        for rows, activation in zip(self.layers, ACTIVATIONS):
            x = x @ rows[:, :-1].T + rows[:, -1]
            if activation == 'leaky_relu':
                x = torch.nn.functional.leaky_relu(x, 0.01)
            elif activation != 'linear':
                x = getattr(torch, activation)(x)
        return x

    def set(self, name, value):
        layer, neuron, place = name.split('.')
        rows = self.layers[int(layer.removeprefix('layer')) - 1]
        column = -1 if place == 'b' else int(place[1:]) - 1
        with torch.no_grad():
            rows[int(neuron.removeprefix('neuron')) - 1, column] = value


def loss_of(outputs, targets):
    functional = torch.nn.functional
    if LOSS == 'softmax-cross-entropy':
        return functional.cross_entropy(outputs, targets.argmax(dim=1))
    terms = {
        'sum-squared-error': lambda: (outputs - targets) ** 2,
        'mean-squared-error': lambda: (outputs - targets) ** 2,
        'half-mean-squared-error': lambda: (outputs - targets) ** 2 / 2,
        'hinge': lambda: (1 - targets * outputs).relu(),
        'binary-cross-entropy': lambda: functional.softplus(-targets * outputs, threshold=1e3),
        'binary-cross-entropy-of-bits': lambda: functional.softplus((1 - 2 * targets) * outputs, threshold=1e3),
    }[LOSS]()
    return terms.sum() if LOSS == 'sum-squared-error' else terms.mean()


def penalty():
    total = torch.zeros(())
    for rows in network.layers:
        those = rows if PENALTY == 'all' else rows[:, :-1]
        total = total + settings['l2'] * (those * those).sum() + settings['l1'] * those.abs().sum()
    return total


def make_optimizer():
    if OPTIMIZER in ('sgd', 'momentum'):
        return torch.optim.SGD(network.parameters(), lr=1.0)
    return {'rmsprop': torch.optim.RMSprop, 'adam': torch.optim.Adam, 'adamw': torch.optim.AdamW}[OPTIMIZER](
        network.parameters(), lr=1.0)


def set_optimizer(k):
    """The settings may have been edited, and the schedule moves the learning rate."""
    for group in optimizer.param_groups:
        group['lr'] = rate(k)
        if OPTIMIZER == 'momentum':
            group['momentum'] = settings['momentum']
        elif OPTIMIZER == 'rmsprop':
            group.update(alpha=settings['beta2'], eps=settings['epsilon'])
        elif OPTIMIZER in ('adam', 'adamw'):
            group.update(betas=(settings['beta1'], settings['beta2']), eps=settings['epsilon'])
        if OPTIMIZER == 'adamw':
            group['weight_decay'] = settings['weightDecay']


settings = dict(SETTINGS)
torch.set_default_dtype(torch.float64)
xs = torch.tensor([x for x, _ in SAMPLES])
ys = torch.tensor([y for _, y in SAMPLES])
network = Network(draw_parameters())
optimizer = make_optimizer()

for k in range(STEPS + 1):
    for name, value in EDITS.get(k, {}).items():
        if name.startswith('layer'):
            network.set(name, value)
        else:
            settings[name.removeprefix('training.')] = value
    if settings['zeroGrad']:
        optimizer.zero_grad(set_to_none=False)
    places = batch(k)
    loss = loss_of(network(xs[places]), ys[places]) + penalty()
    loss.backward()
    print(k, loss.item())
    if k < STEPS:
        set_optimizer(k)
        optimizer.step()
