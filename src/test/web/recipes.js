/** The notebook's recipe with every default written out, as the server answers it. @type {import('../../../web/types.d.ts').Recipe} */
export const notebook = {
  version: 1,
  data: { name: 'notebook' },
  network: {
    ...{ layers: [4, 4, 1], activation: 'tanh', outputActivation: 'tanh' },
    ...{ bias: 'random', seed: 1337, initialisation: 'uniform' },
  },
  training: {
    loss: 'sum-squared-error',
    optimizer: 'sgd',
    learningRate: 0.05,
    schedule: 'constant',
    batchSize: null,
    zeroGrad: true,
    l1: 0,
    l2: 0,
    momentum: 0.9,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weightDecay: 0.01,
    order: 'given',
    orderSeed: 0,
    penalty: 'all',
  },
  edits: [],
};
