"""Writes what PyTorch computes for the parts that GANs and diffusion models are made of: python torch_gan_parts.py OUTDIR

Everything is computed in float64 from float32 inputs on one thread, and written as float32. Batches of images are
(examples, channels, height, width); weights are in torch's layouts.
"""

import sys
import zlib
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save
from torch.nn import functional as F
from torch.nn.utils import spectral_norm

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def random_stream(name):
    """A generator that depends on the case's name alone."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def normal(random, *shape, scale=1.0, shift=0.0):
    values = (shift + scale * random.standard_normal(shape)).astype(np.float32)
    return torch.from_numpy(values.astype(np.float64))


def write(folder, name, tensors):
    folder.mkdir(parents=True, exist_ok=True)
    packed = {}
    for key, value in tensors.items():
        plain = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        array = np.array(plain, dtype=np.float32, order="C")
        if not np.isfinite(array).all():
            raise ValueError(f"{name}: {key} holds a value that is not finite")
        packed[key] = array
    (folder / f"{name}.safetensors").write_bytes(save(packed))


def gradients(loss, variables, prefix):
    """∂loss/∂x for each x, by name."""
    found = torch.autograd.grad(loss, list(variables.values()), retain_graph=True, allow_unused=True)
    return {
        f"{prefix}.{name}": torch.zeros_like(x) if g is None else g for (name, x), g in zip(variables.items(), found)
    }


# ---- losses: discriminator on real and on generated outputs, generator on generated ones


def cross_entropy(outputs, targets):
    return F.binary_cross_entropy_with_logits(outputs, targets)


def half_square(outputs, targets):
    return F.mse_loss(outputs, targets) / 2


def told(loss):
    return lambda real, fake, t: loss(torch.cat([real, fake]), torch.cat([t["real"], t["fake"]]))


LOSSES = {
    "binaryCrossEntropy": (told(cross_entropy), lambda fake, t: cross_entropy(fake, t["generator"])),
    "nonSaturating": (
        lambda real, fake, t: -F.logsigmoid(real).mean() - F.logsigmoid(-fake).mean(),
        lambda fake, t: -F.logsigmoid(fake).mean(),
    ),
    "minimax": (told(cross_entropy), lambda fake, t: torch.log(1 - torch.sigmoid(fake)).mean()),
    "maximumLikelihood": (told(cross_entropy), lambda fake, t: -torch.exp(torch.logit(torch.sigmoid(fake))).mean()),
    "leastSquares": (told(half_square), lambda fake, t: half_square(fake, t["generator"])),
    "wasserstein": (lambda real, fake, t: fake.mean() - real.mean(), lambda fake, t: -fake.mean()),
    "hinge": (
        lambda real, fake, t: F.relu(1 - real).mean() + F.relu(1 + fake).mean(),
        lambda fake, t: -fake.mean(),
    ),
}


def write_losses(folder):
    random = random_stream("losses")
    variables = {
        "real": normal(random, 5, 1, scale=2).requires_grad_(),
        "fake": normal(random, 3, 1, scale=2).requires_grad_(),
    }
    told_what = {
        "real": torch.full((5, 1), 0.9, dtype=torch.float32).double(),
        "fake": torch.full((3, 1), 0.1, dtype=torch.float32).double(),
        "generator": torch.full((3, 1), 0.8, dtype=torch.float32).double(),
    }
    tensors = dict(variables) | {f"target.{name}": t for name, t in told_what.items()}
    for name, (discriminator, generator) in LOSSES.items():
        tells = discriminator(variables["real"], variables["fake"], told_what)
        makes = generator(variables["fake"], told_what)
        tensors[f"{name}.discriminator"] = tells
        tensors[f"{name}.generator"] = makes
        tensors |= gradients(tells, variables, f"{name}.discriminator")
        tensors |= gradients(makes, {"fake": variables["fake"]}, f"{name}.generator")
    write(folder, "losses", tensors)


# ---- penalties: on a small convolutional critic, with gradients for all of its weights


def critic(weights):
    def apply(x):
        x = F.leaky_relu(F.conv2d(x, weights["first"], weights["first.bias"], stride=2, padding=1), 0.2)
        x = torch.tanh(F.conv2d(x, weights["second"], weights["second.bias"], padding=1))
        return F.linear(x.flatten(1), weights["last"])

    return apply


def slopes(apply, points):
    points = points.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(apply(points).sum(), points, create_graph=True)
    return gradient.flatten(1)


def write_penalties(folder):
    random = random_stream("penalties")
    weights = {
        "first": normal(random, 4, 3, 3, 3, scale=0.4),
        "first.bias": normal(random, 4, scale=0.2),
        "second": normal(random, 3, 4, 3, 3, scale=0.4),
        "second.bias": normal(random, 3, scale=0.2),
        "last": normal(random, 1, 27, scale=0.4),
    }
    for weight in weights.values():
        weight.requires_grad_()
    apply = critic(weights)
    images = {"points": normal(random, 5, 3, 6, 6), "real": normal(random, 5, 3, 6, 6, scale=0.5)}
    lengths = torch.linalg.vector_norm(slopes(apply, images["points"]), dim=1)
    if not (lengths.min() < 1 < lengths.max()):
        raise ValueError(f"the one-sided penalty needs slopes on both sides of 1, got {lengths}")
    penalties = {
        "gradientPenalty": 10 * (lengths - 1).square().mean(),
        "oneSided": 10 * (lengths - 1).clamp(min=0).square().mean(),
        "r1": 0.7 / 2 * slopes(apply, images["real"]).square().sum(1).mean(),
        "drift": 0.001 * apply(images["real"]).square().mean(),
    }
    tensors = dict(weights) | images
    for name, value in penalties.items():
        tensors[name] = value
        tensors |= gradients(value, weights, name)
    write(folder, "penalties", tensors)


# ---- path length: two batches in turn, since it remembers a mean


def synthesis(weights):
    def apply(styles):
        first, last = (styles, styles) if styles.dim() == 2 else (styles[:, 0], styles[:, 1])
        x = F.linear(first, weights["start"]).reshape(-1, 2, 3, 3)
        x = torch.tanh(F.conv_transpose2d(x, weights["grow"], stride=2, padding=1))
        return F.conv2d(x * F.linear(last, weights["modulate"])[:, :, None, None], weights["color"])

    return apply


def path_length(apply, styles, noise, mean):
    images = apply(styles)
    scaled = noise / (images.shape[2] * images.shape[3]) ** 0.5
    (gradient,) = torch.autograd.grad((images * scaled).sum(), styles, create_graph=True)
    squares = gradient.square().sum(-1)
    lengths = (squares if styles.dim() == 2 else squares.mean(1)).sqrt()
    mean = mean + 0.01 * (lengths.mean() - mean)
    return 2 * (lengths - mean).square().mean(), mean


def write_path_length(folder):
    for name, layers in (("pathLength", (2,)), ("pathLength-shared", ())):
        random = random_stream(name)
        weights = {
            "start": normal(random, 18, 4, scale=0.5),
            "grow": normal(random, 2, 3, 4, 4, scale=0.3),
            "modulate": normal(random, 3, 4, scale=0.5),
            "color": normal(random, 3, 3, 1, 1, scale=0.5),
        }
        for weight in weights.values():
            weight.requires_grad_()
        tensors = dict(weights)
        mean = torch.zeros(())
        for turn in ("0", "1"):
            styles = normal(random, 3, *layers, 4).requires_grad_()
            noise = normal(random, 3, 3, 6, 6)
            value, mean = path_length(synthesis(weights), styles, noise, mean)
            tensors |= {f"styles.{turn}": styles, f"noise.{turn}": noise, f"value.{turn}": value, f"mean.{turn}": mean}
            tensors |= gradients(value, weights, f"gradient.{turn}")
            mean = mean.detach()
        write(folder, name, tensors)


# ---- layers: input, output, a random cotangent g, and the gradients of the sum of output·g


def with_gradients(output, g, variables):
    return {"output": output, "output_gradient": g} | gradients((output * g).sum(), variables, "gradient")


def write_spectral_normalization(folder):
    modules = {
        "dense": (torch.nn.Linear(6, 4), (3, 6), 4),
        "conv2d": (torch.nn.Conv2d(2, 4, 3), (2, 2, 5, 6), 4),
        "conv2dTranspose": (torch.nn.ConvTranspose2d(2, 5, 4, stride=2, padding=1), (2, 2, 3, 4), 5),
    }
    for kind, (module, shape, outputs) in modules.items():
        name = f"spectralNormalization-{kind}"
        random = random_stream(name)
        with torch.no_grad():
            module.weight.copy_(normal(random, *module.weight.shape))
            module.bias.copy_(normal(random, outputs))
        weight = module.weight.detach().clone()
        matrix = weight.transpose(0, 1).flatten(1) if kind == "conv2dTranspose" else weight.flatten(1)
        spectral_norm(module)
        u = normal(random, outputs)
        module.weight_u.copy_(u / u.norm())
        tensors = {"weight": weight, "bias": module.bias.clone(), "u": module.weight_u.clone()}
        tensors["sigma"] = torch.linalg.matrix_norm(matrix, ord=2)
        x = normal(random, *shape).requires_grad_()
        output = module(x)
        g = normal(random, *output.shape)
        variables = {"input": x, "weight": module.weight_orig, "bias": module.bias}
        tensors |= {"input": x, "u.after": module.weight_u.clone()} | with_gradients(output, g, variables)
        tensors |= {"output.again": module(x), "u.again": module.weight_u.clone()}
        write(folder, name, tensors)


def write_equalized(folder):
    functions = {
        "dense": (F.linear, (4, 6), (3, 6), 6, 2**0.5, 1.0),
        "dense-slow": (F.linear, (4, 6), (3, 6), 6, 1.0, 0.01),
        "conv2d": (F.conv2d, (4, 2, 3, 3), (2, 2, 5, 6), 2 * 9, 2**0.5, 0.5),
        "conv2dTranspose": (
            lambda x, w, b: F.conv_transpose2d(x, w, b, stride=2, padding=1),
            (3, 5, 4, 4),
            (2, 3, 3, 4),
            3 * 16,
            2**0.5,
            1.0,
        ),
    }
    for kind, (function, weight_shape, shape, fan_in, gain, multiplier) in functions.items():
        name = f"equalized-{kind}"
        random = random_stream(name)
        variables = {
            "input": normal(random, *shape).requires_grad_(),
            "weight": normal(random, *weight_shape, scale=1 / multiplier).requires_grad_(),
            "bias": normal(random, weight_shape[1 if kind == "conv2dTranspose" else 0]).requires_grad_(),
        }
        scale = gain / fan_in**0.5 * multiplier
        output = function(variables["input"], variables["weight"] * scale, variables["bias"] * multiplier)
        tensors = variables | with_gradients(output, normal(random, *output.shape), variables)
        write(folder, name, tensors | {"gain": gain, "multiplier": multiplier})


def pixel_normalization(x):
    channels_last = x.movedim(1, -1)
    return F.rms_norm(channels_last, channels_last.shape[-1:], eps=1e-8).movedim(-1, 1)


def minibatch_standard_deviation(x, group, features):
    count = len(x) // group
    appended = torch.zeros(len(x), features, *x.shape[2:])
    for member in range(count):
        slices = x[member::count].chunk(features, dim=1)
        for feature, part in enumerate(slices):
            appended[member::count, feature] = (part.var(0, unbiased=False) + 1e-8).sqrt().mean()
    return torch.cat([x, appended], dim=1)


def minibatch_discrimination(x, weight, scale, bias):
    kernels = len(bias)
    rows = F.normalize(weight, dim=1) * scale.exp()[:, None]
    placed = F.linear(x, rows).reshape(len(x), kernels, -1)
    others = 1 - torch.eye(len(x))
    near = [(torch.exp(-torch.cdist(placed[:, k], placed[:, k], p=1)) * others).sum(1) for k in range(kernels)]
    return torch.cat([x, torch.stack(near, dim=1) + bias], dim=1)


def virtual_batch_normalization(x, reference, weight, bias):
    channels = (1, -1) + (1,) * (x.dim() - 2)
    pixels = tuple(range(2, x.dim()))
    first = x[:reference]
    mean = first.mean((0,) + pixels, keepdim=True)
    square = first.square().mean((0,) + pixels, keepdim=True)
    own_mean = x.mean(pixels, keepdim=True) if pixels else x
    own_square = x.square().mean(pixels, keepdim=True) if pixels else x.square()
    share = 1 / (reference + 1)
    is_first = (torch.arange(len(x)) < reference).reshape((-1,) + (1,) * (x.dim() - 1))
    mean_used = torch.where(is_first, mean, (1 - share) * mean + share * own_mean)
    square_used = torch.where(is_first, square, (1 - share) * square + share * own_square)
    normalized = (x - mean_used) / (square_used - mean_used.square() + 1e-3).sqrt()
    saved = {"reference_mean": mean.flatten(), "reference_var": (square - mean.square()).flatten()}
    return normalized * weight.reshape(channels) + bias.reshape(channels), saved


def write_batch_layers(folder):
    for place, shape in (("image", (8, 4, 3, 2)), ("vector", (8, 6))):
        name = f"pixelNormalization-{place}"
        random = random_stream(name)
        x = normal(random, *shape).requires_grad_()
        write(folder, name, {"input": x} | with_gradients(pixel_normalization(x), normal(random, *shape), {"input": x}))

        for features in (1, 2):
            name = f"minibatchStandardDeviation-{place}-{features}"
            random = random_stream(name)
            x = normal(random, *shape).requires_grad_()
            output = minibatch_standard_deviation(x, 4, features)
            write(folder, name, {"input": x} | with_gradients(output, normal(random, *output.shape), {"input": x}))

        name = f"virtualBatchNormalization-{place}"
        random = random_stream(name)
        variables = {
            "input": normal(random, *shape, scale=2, shift=0.5).requires_grad_(),
            "weight": normal(random, shape[1], shift=1).requires_grad_(),
            "bias": normal(random, shape[1]).requires_grad_(),
        }
        output, saved = virtual_batch_normalization(variables["input"], 3, variables["weight"], variables["bias"])
        g = normal(random, *output.shape)
        write(folder, name, variables | saved | with_gradients(output, g, variables))

    random = random_stream("minibatchDiscrimination")
    variables = {
        "input": normal(random, 5, 6, scale=0.5).requires_grad_(),
        "weight": normal(random, 12, 6, scale=0.05).requires_grad_(),
        "scale": normal(random, 12, scale=0.2).requires_grad_(),
        "bias": normal(random, 4, shift=-1).requires_grad_(),
    }
    output = minibatch_discrimination(*variables.values())
    tensors = variables | with_gradients(output, normal(random, *output.shape), variables)
    write(folder, "minibatchDiscrimination", tensors)


def conditional_batch_normalization(module, gain, bias, x, classes):
    channels = (len(x), -1) + (1,) * (x.dim() - 2)
    return module(x) * (1 + gain(classes).reshape(channels)) + bias(classes).reshape(channels)


def write_conditional_batch_normalization(folder):
    modules = {"image": (torch.nn.BatchNorm2d, (8, 4, 3, 2)), "vector": (torch.nn.BatchNorm1d, (8, 6))}
    for place, (kind, shape) in modules.items():
        name = f"conditionalBatchNormalization-{place}"
        random = random_stream(name)
        module = kind(shape[1], eps=1e-4, momentum=0.2, affine=False)
        gain, bias = (torch.nn.Embedding(3, shape[1]) for _ in range(2))
        with torch.no_grad():
            gain.weight.copy_(normal(random, 3, shape[1], scale=0.5))
            bias.weight.copy_(normal(random, 3, shape[1]))
            module.running_mean.copy_(normal(random, shape[1]))
            module.running_var.copy_(normal(random, shape[1]).square() + 0.5)
        x = normal(random, *shape, scale=2, shift=0.5).requires_grad_()
        classes = torch.tensor([0, 2, 1, 1, 0, 2, 2, 1])
        tensors = {"input": x, "classes": classes, "gain": gain.weight, "bias": bias.weight}
        tensors |= {key: value.clone() for key, value in module.named_buffers() if "running" in key}
        module.eval()
        tensors["used"] = conditional_batch_normalization(module, gain, bias, x, classes)
        module.train()
        output = conditional_batch_normalization(module, gain, bias, x, classes)
        tensors |= {f"{key}.after": value for key, value in module.named_buffers() if "running" in key}
        variables = {"input": x, "gain": gain.weight, "bias": bias.weight}
        write(folder, name, tensors | with_gradients(output, normal(random, *shape), variables))


# ---- layers of diffusion models: input, time or mask, output, cotangent, gradients


def named(module):
    """Its parameters, drawn anew, under their own names."""
    random = random_stream(type(module).__name__)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(normal(random, *parameter.shape, scale=0.5))
    return dict(module.named_parameters())


PLACES = {"image": (3, 4, 3, 2), "sequence": (3, 5, 4), "vector": (3, 6)}


def write_silu(folder):
    random = random_stream("silu")
    x = normal(random, *PLACES["image"], scale=3).requires_grad_()
    write(folder, "silu", {"input": x} | with_gradients(F.silu(x), normal(random, *x.shape), {"input": x}))


def write_group_normalization(folder):
    for place, shape in PLACES.items():
        name = f"groupNormalization-{place}"
        random = random_stream(name)
        module = torch.nn.GroupNorm(2, shape[-1] if place == "sequence" else shape[1], eps=1e-3)
        variables = {"input": normal(random, *shape, scale=2, shift=0.5).requires_grad_()} | named(module)
        x = variables["input"]
        output = module(x.transpose(1, 2)).transpose(1, 2) if place == "sequence" else module(x)
        write(folder, name, variables | with_gradients(output, normal(random, *shape), variables))


def write_self_attention(folder):
    for place, heads, is_masked in (("image", 1, False), ("image", 2, False), ("sequence", 2, False), ("sequence", 2, True)):
        shape = PLACES[place]
        name = f"selfAttention-{place}-{heads}" + ("-mask" if is_masked else "")
        random = random_stream(name)
        module = torch.nn.MultiheadAttention(4, heads, batch_first=True)
        variables = {"input": normal(random, *shape).requires_grad_()} | named(module)
        x = variables["input"]
        rows = x.flatten(2).transpose(1, 2) if place == "image" else x
        mask = torch.tensor([[1.0, 1, 1, 1, 1], [1, 1, 1, 0, 0], [0, 1, 0, 1, 1]])
        output, _ = module(rows, rows, rows, key_padding_mask=mask == 0 if is_masked else None)
        output = output.transpose(1, 2).reshape(shape) if place == "image" else output
        told_what = {"mask": mask} if is_masked else {}
        write(folder, name, variables | told_what | with_gradients(output, normal(random, *shape), variables))


class TimeEmbedding(torch.nn.Module):
    def __init__(self, hidden, period, units):
        super().__init__()
        self.linear_1 = torch.nn.Linear(hidden, hidden)
        self.linear_2 = torch.nn.Linear(hidden, units)
        self.frequencies = 1000 / period ** (torch.arange(0, hidden, 2) / hidden)

    def forward(self, t):
        angles = t[:, None] * self.frequencies
        return self.linear_2(F.silu(self.linear_1(torch.cat([angles.sin(), angles.cos()], dim=1))))


def write_time_embedding(folder):
    for place, shape in PLACES.items():
        name = f"timeEmbedding-{place}"
        random = random_stream(name)
        channels = shape[-1] if place == "sequence" else shape[1]
        module = TimeEmbedding(6, 100, channels)
        variables = {"input": normal(random, *shape).requires_grad_()} | named(module)
        t = torch.tensor([0.0, 0.0078125, 0.0625])
        added = module(t)
        added = added[:, None] if place == "sequence" else added.reshape(shape[:2] + (1,) * (len(shape) - 2))
        output = variables["input"] + added
        write(folder, name, variables | {"time": t} | with_gradients(output, normal(random, *shape), variables))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python torch_gan_parts.py OUTDIR")
    folder = Path(sys.argv[1])
    write_losses(folder)
    write_penalties(folder)
    write_path_length(folder)
    write_spectral_normalization(folder)
    write_equalized(folder)
    write_batch_layers(folder)
    write_conditional_batch_normalization(folder)
    write_silu(folder)
    write_group_normalization(folder)
    write_self_attention(folder)
    write_time_embedding(folder)
    files = sorted(folder.rglob("*.safetensors"))
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files):,} bytes")


if __name__ == "__main__":
    main()
