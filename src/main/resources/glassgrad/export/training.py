def loss_of(outputs, targets):
    """What one sample adds to the loss; a mean over the batch is made of it below."""
    if LOSS == 'softmax-cross-entropy':
        largest = max(outputs, key=lambda score: score.data)
        below = [score - largest for score in outputs]
        total = below[0].exp()
        for score in below[1:]:
            total = total + score.exp()
        right = below[0] * targets[0]
        for score, y in zip(below[1:], targets[1:]):
            right = right + score * y
        return total.log() - right
    term = {
        'sum-squared-error': lambda out, y: (out - y).square(),
        'mean-squared-error': lambda out, y: (out - y).square(),
        'half-mean-squared-error': lambda out, y: (out - y).square() / 2,
        'hinge': lambda out, y: (1 - out * y).relu(),
        'binary-cross-entropy': lambda out, y: (-(out * y)).softplus(),
        'binary-cross-entropy-of-bits': lambda out, y: (out * (1 - 2 * y)).softplus(),
    }[LOSS]
    terms = [term(out, y) for out, y in zip(outputs, targets)]
    total = terms[0]
    for each in terms[1:]:
        total = total + each
    return total if LOSS == 'sum-squared-error' or len(terms) == 1 else total / len(terms)


def penalised():
    """The places of the parameters that l1 and l2 pull towards zero."""
    return [i for i, name in enumerate(NAMES) if PENALTY == 'all' or not name.endswith('.b')]


def evaluate(k):
    """Forward and backward over the batch of update k: its loss; the gradients are in the parameters."""
    if settings['zeroGrad']:
        for p in parameters:
            p.grad = 0.0
    places = batch(k)
    scale = 1.0 if LOSS == 'sum-squared-error' else 1.0 / len(places)
    loss = 0.0
    for i in places:
        x, y = SAMPLES[i]
        term = loss_of(model(x), y)
        (term * scale).backward()
        loss += term.data
    loss *= scale
    l1, l2 = settings['l1'], settings['l2']
    squares = magnitudes = 0.0
    for p in (parameters[i] for i in penalised()):
        squares += p.data * p.data
        magnitudes += abs(p.data)
        p.grad += 2 * l2 * p.data + l1 * ((p.data > 0) - (p.data < 0))
    return loss + (l2 * squares if l2 else 0.0) + (l1 * magnitudes if l1 else 0.0)


def update(k):
    """Moves every parameter against its gradient."""
    lr = rate(k)
    beta1, beta2, epsilon = settings['beta1'], settings['beta2'], settings['epsilon']
    decay = settings['weightDecay'] if OPTIMIZER == 'adamw' else 0.0
    for p, m in zip(parameters, memory):
        if OPTIMIZER == 'sgd':
            p.data -= lr * p.grad
        elif OPTIMIZER == 'momentum':
            m[0] = settings['momentum'] * m[0] + p.grad
            p.data -= lr * m[0]
        elif OPTIMIZER == 'rmsprop':
            m[0] = beta2 * m[0] + (1 - beta2) * p.grad * p.grad
            p.data -= lr * (p.grad / (math.sqrt(m[0]) + epsilon))
        else:  # adam, adamw
            m[0] = beta1 * m[0] + (1 - beta1) * p.grad
            m[1] = beta2 * m[1] + (1 - beta2) * p.grad * p.grad
            mean, square = m[0] / (1 - beta1 ** (k + 1)), m[1] / (1 - beta2 ** (k + 1))
            p.data -= lr * (mean / (math.sqrt(square) + epsilon) + decay * p.data)


def edit(k):
    """What was changed by hand before update k."""
    for name, value in EDITS.get(k, {}).items():
        if name in places_by_name:
            parameters[places_by_name[name]].data = value
        else:
            settings[name.removeprefix('training.')] = value


settings = dict(SETTINGS)
NAMES = list(names())
places_by_name = {name: i for i, name in enumerate(NAMES)}

random.seed(abs(SEED))
model = MLP(len(SAMPLES[0][0]), LAYERS, ACTIVATIONS, draws)
parameters = model.parameters()
for p, first in zip(parameters, FIRST_WEIGHTS or []):
    p.data = first
memory = [[0.0, 0.0] for _ in parameters]

for k in range(STEPS + 1):
    edit(k)
    loss = evaluate(k)
    print(k, loss)
    if k < STEPS:
        update(k)
