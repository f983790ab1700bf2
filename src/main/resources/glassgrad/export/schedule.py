def rate(k):
    """The learning rate of update k."""
    first = settings['learningRate']
    kind = SCHEDULE['name']
    if kind == 'step':
        return first * SCHEDULE['factor'] ** (k // SCHEDULE['every'])
    if kind == 'constant':
        return first
    end, steps = SCHEDULE['end'], SCHEDULE['steps']
    if k >= steps:
        return end
    if kind == 'linear':
        return first + (end - first) * k / steps
    return end + (first - end) * (1 + math.cos(math.pi * k / steps)) / 2  # cosine


def batch(k):
    """The places of the samples of update k."""
    size = settings['batchSize']
    everything = list(range(len(SAMPLES)))
    if size is None or size >= len(SAMPLES):
        return everything
    batches = -(-len(SAMPLES) // size)
    if ORDER == 'shuffled':
        random.seed(abs(ORDER_SEED) * 2**32 + k // batches)
        random.shuffle(everything)
    start = k % batches * size
    return everything[start:start + size]
