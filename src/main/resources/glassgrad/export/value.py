import math
import random


class Value:
    """A number that remembers how it was made, and so can be differentiated."""

    def __init__(self, data, _children=(), _op='', label=''):
        self.data = data
        self.grad = 0.0  # derivative of the loss by this value
        self._backward = lambda: None  # hands the gradient on to the values that this one was made of
        self._prev = tuple(_children)  # in order, so that sums are the same every time
        self._op = _op
        self.label = label

    def __repr__(self):
        return f'Value(data={self.data}, label={self.label})'

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')

        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rsub__(self, other):
        return (-self) + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, number):
        return self._unary(self.data / number, '/', 1 / number)

    def square(self):
        return self._unary(self.data * self.data, '**2', 2 * self.data)

    def tanh(self):
        t = math.tanh(self.data)
        return self._unary(t, 'tanh', 1 - t * t)

    def exp(self):
        e = math.exp(self.data)
        return self._unary(e, 'exp', e)

    def log(self):
        return self._unary(math.log(self.data), 'log', 1 / self.data)

    def relu(self):
        return self._unary(0.0 if self.data < 0 else self.data, 'relu', 1 if self.data > 0 else 0)

    def leaky_relu(self):
        leak = 0.01
        return self._unary(leak * self.data if self.data < 0 else self.data, 'leaky_relu', 1 if self.data > 0 else leak)

    def sigmoid(self):
        s = sigmoid(self.data)
        return self._unary(s, 'sigmoid', s * (1 - s))

    def softplus(self):
        value = max(self.data, 0.0) + math.log1p(math.exp(-abs(self.data)))
        return self._unary(value, 'softplus', sigmoid(self.data))

    def _unary(self, data, op, partial):
        out = Value(data, (self,), op)

        def _backward():
            # Where the derivative is zero nothing is handed on, even if the gradient from above is not finite.
            self.grad += partial * out.grad if partial != 0 else 0.0
        out._backward = _backward
        return out

    def backward(self):
        topo, visited, stack = [], set(), [(self, False)]
        while stack:  # a stack of our own: a long sum is deeper than Python's
            v, done = stack.pop()
            if done:
                topo.append(v)
            elif v not in visited:
                visited.add(v)
                stack.append((v, True))
                stack.extend((child, False) for child in reversed(v._prev))

        self.grad = 1.0
        for node in reversed(topo):
            node._backward()


def sigmoid(x):
    """1 / (1 + e**-x), with an exponent that is never positive."""
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    e = math.exp(x)
    return e / (1 + e)
