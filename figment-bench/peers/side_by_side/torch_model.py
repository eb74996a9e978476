"""PyTorch modules of a recipe's layers. Shapes are channels last as in the recipe, tensors channels first."""

import math

import torch
from recipe import Lacking, word
from torch import nn
from torch.nn.utils.parametrizations import spectral_norm

ACTIVATIONS = {
    "relu": nn.ReLU,
    "selu": nn.SELU,
    "elu": nn.ELU,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "softplus": nn.Softplus,
    "silu": nn.SiLU,
}


class Reshape(nn.Module):
    """A vector to an image or a sequence. Where images are channels last in memory, no value moves."""

    def __init__(self, shape, channels_last):
        super().__init__()
        self.shape, self.channels_last = shape, channels_last

    def forward(self, x):
        if len(self.shape) < 3:
            return x.reshape(len(x), *self.shape)
        height, width, channels = self.shape
        if self.channels_last:
            return x.reshape(len(x), height, width, channels).permute(0, 3, 1, 2)
        return x.reshape(len(x), channels, height, width)


class Flatten(nn.Module):
    """An image to a vector, in the order in which it lies in memory."""

    def __init__(self, channels_last):
        super().__init__()
        self.channels_last = channels_last

    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1) if self.channels_last and x.dim() == 4 else x.flatten(1)


class Lstm(nn.Module):
    def __init__(self, inputs, units, sequences):
        super().__init__()
        self.lstm, self.sequences = nn.LSTM(inputs, units, batch_first=True), sequences

    def forward(self, x):
        outputs, _ = self.lstm(x)
        return outputs if self.sequences else outputs[:, -1]


class RepeatVector(nn.Module):
    def __init__(self, times):
        super().__init__()
        self.times = times

    def forward(self, x):
        return x.unsqueeze(1).expand(-1, self.times, -1)


class GaussianNoise(nn.Module):
    def __init__(self, deviation):
        super().__init__()
        self.deviation = deviation

    def forward(self, x):
        return x + self.deviation * torch.randn_like(x) if self.training else x


class Penalized(nn.Module):
    """Lets activities through, and keeps what they cost."""

    def __init__(self, cost):
        super().__init__()
        self.cost, self.penalty = cost, 0

    def forward(self, x):
        self.penalty = self.cost(x)
        return x


def penalty(*modules):
    """What the activities of the last pass cost."""
    return sum(each.penalty for module in modules for each in module.modules() if isinstance(each, Penalized))


def divergence(activities, target):
    """Of units that should be active so often from those that are, the sum of them."""
    activity = activities.mean(0).clamp(1e-7, 1 - 1e-7)
    return (target * (target / activity).log() + (1 - target) * ((1 - target) / (1 - activity)).log()).sum()


class Builder:
    """Takes a recipe's layers one by one and knows the shape that has been reached."""

    def __init__(self, shape, channels_last):
        self.shape, self.channels_last = tuple(shape), channels_last

    def network(self, layers):
        return nn.Sequential(*(module for layer in layers for module in self.modules(layer)))

    def modules(self, layer):
        kind, options = word(layer)
        method = getattr(self, kind, None)
        if method is None:
            raise Lacking(f"the layer {kind} is not written for PyTorch")
        found = method(**options)
        activation = options.get("activation", "linear")
        return found if activation == "linear" else [*found, ACTIVATIONS[activation]()]

    def dense(self, units, bias, **_):
        inputs, self.shape = self.shape[-1], (*self.shape[:-1], units)
        return [nn.Linear(inputs, units, bias=bias)]

    def conv2d(self, filters, kernel, stride, padding, bias, **_):
        height, width, channels = self.shape
        pad = (kernel - 1) // 2 if padding == "same" else 0
        if padding == "same" and stride > 1:
            pad = math.ceil(max(0, (math.ceil(height / stride) - 1) * stride + kernel - height) / 2)
        same = "same" if padding == "same" and stride == 1 and kernel % 2 == 0 else pad
        convolution = nn.Conv2d(channels, filters, kernel, stride, same, bias=bias)
        sizes = (size if same == "same" else (size + 2 * pad - kernel) // stride + 1 for size in (height, width))
        self.shape = (*sizes, filters)
        return [convolution]

    def conv2dTranspose(self, filters, kernel, stride, padding, bias, **_):
        height, width, channels = self.shape
        pad = math.ceil((kernel - stride) / 2) if padding == "same" else 0
        more = stride + 2 * pad - kernel if padding == "same" else 0
        self.shape = (*((size - 1) * stride - 2 * pad + kernel + more for size in (height, width)), filters)
        return [nn.ConvTranspose2d(channels, filters, kernel, stride, pad, more, bias=bias)]

    def batchNormalization(self, momentum, epsilon):
        kind = nn.BatchNorm2d if len(self.shape) == 3 else nn.BatchNorm1d
        return [kind(self.shape[-1], eps=epsilon, momentum=1 - momentum)]

    def spectralNormalization(self, layer):
        module, *rest = self.modules(layer)
        return [spectral_norm(module), *rest]

    def maxPooling2d(self, pool, stride, **_):
        height, width, channels = self.shape
        self.shape = ((height - pool) // stride + 1, (width - pool) // stride + 1, channels)
        return [nn.MaxPool2d(pool, stride)]

    def leakyRelu(self, slope):
        return [nn.LeakyReLU(slope)]

    def dropout(self, rate):
        return [nn.Dropout(rate)]

    def gaussianNoise(self, deviation):
        return [GaussianNoise(deviation)]

    def activityRegularization(self, l1, l2):
        return [Penalized(lambda x: (l1 * x.abs().sum() + l2 * x.square().sum()) / len(x))]

    def sparsity(self, target, kl):
        return [Penalized(lambda x: kl * divergence(x, target) / len(x))]

    def flatten(self):
        image, self.shape = len(self.shape) == 3, (math.prod(self.shape),)
        return [Flatten(self.channels_last and image)]

    def reshape(self, shape):
        before, self.shape = len(self.shape), tuple(shape)
        if before == 3 and len(shape) == 3:
            raise Lacking("a reshape from image to image is not written for PyTorch")
        leading = [Flatten(self.channels_last)] if before == 3 else [nn.Flatten()] if before == 2 else []
        return [*leading, Reshape(self.shape, self.channels_last)]

    def lstm(self, units, sequences):
        inputs = self.shape[-1]
        self.shape = (self.shape[0], units) if sequences else (units,)
        return [Lstm(inputs, units, sequences)]

    def repeatVector(self, times):
        self.shape = (times, self.shape[-1])
        return [RepeatVector(times)]

    def timeDistributed(self, layer):
        return self.modules(layer)


def network(layers, shape, channels_last=False):
    """The module, and the shape that comes out."""
    builder = Builder(shape, channels_last)
    module = builder.network(layers)
    if channels_last:
        module = module.to(memory_format=torch.channels_last)
    return module, builder.shape


def parameters(*modules):
    """How many numbers learn. PyTorch's LSTM has a second bias, which adds nothing and is not counted."""
    return sum(p.numel() for m in modules for name, p in m.named_parameters() if p.requires_grad and "bias_hh" not in name)
