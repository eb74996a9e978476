"""A training step of the progressive GAN at its last resolution and of the style-based GAN, in PyTorch."""

import math

import torch
import torch.nn.functional as F
from recipe import Lacking, penalties
from torch import nn
from torch_model import parameters
from torch_steps import Average, Examples, Updates, parameters_of

SLOPE = 0.2


class Equalized(nn.Module):
    """A dense layer or a convolution that keeps the size of its image, with weights scaled as they are used."""

    def __init__(self, inputs, outputs, kernel=0, gain=math.sqrt(2), rate=1.0, bias=True):
        super().__init__()
        shape = (outputs, inputs, kernel, kernel) if kernel else (outputs, inputs)
        self.weight = nn.Parameter(torch.randn(shape) / rate)
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        self.scale = rate * gain / math.sqrt(inputs * max(1, kernel) ** 2)
        self.rate, self.pad, self.is_dense = rate, kernel // 2, not kernel

    def forward(self, x):
        weight = self.weight * self.scale
        bias = self.bias if self.bias is None or self.rate == 1 else self.bias * self.rate
        return F.linear(x, weight, bias) if self.is_dense else F.conv2d(x, weight, bias, padding=self.pad)


class PixelNormalization(nn.Module):
    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(1, keepdim=True) + 1e-8)


class MinibatchStandardDeviation(nn.Module):
    def __init__(self, group):
        super().__init__()
        self.group = group

    def forward(self, x):
        n, c, h, w = x.shape
        groups = x.reshape(self.group, n // self.group, c, h, w)
        varies = (groups.var(0, unbiased=False) + 1e-8).sqrt().mean(dim=(1, 2, 3))
        return torch.cat([x, varies.repeat(self.group).reshape(n, 1, 1, 1).expand(n, 1, h, w)], dim=1)


def leaky():
    return nn.LeakyReLU(SLOPE)


def convolution(inputs, outputs, **more):
    return Equalized(inputs, outputs, 3, **more)


def ending(group, inputs, channels, side):
    """From the smallest resolution to one number."""
    return [
        MinibatchStandardDeviation(group),
        convolution(inputs + 1, channels),
        leaky(),
        nn.Flatten(),
        Equalized(channels * side * side, channels),
        leaky(),
        Equalized(channels, 1, gain=1),
    ]


class Adversarial:
    """The step of both: real and generated images apart, since a group of a batch is compared."""

    def __init__(self, work, channels_last, compiled):
        self.work, self.model, self.compiled = work, work.model, compiled
        self.latent = self.model["latent"]
        self.build()
        if channels_last:
            for module in (*self.generator_modules, *self.discriminator_modules):
                module.to(memory_format=torch.channels_last)
        self.examples = Examples(work, channels_last)
        rules = self.model["optimizer"]
        apart = "generator" in rules
        self.generator_updates = Updates(rules["generator"] if apart else rules, parameters_of(self.generator_modules))
        self.discriminator_updates = Updates(rules["discriminator"] if apart else rules, parameters_of(self.discriminator_modules))
        self.average = Average(self.model["ema"], self.generator_modules, work.reals)
        self.steps = 0
        self.generated, self.generator_loss, self.compared = (compiled(each) for each in (self.generated, self.generator_loss, self.compared))

    def step(self):
        real, _ = self.examples.next()
        with torch.no_grad():
            fake = self.generated(self.points(len(real)))
        loss = self.discriminator_updates.minimize(self.compared(real, fake) + self.penalty(real, fake))
        self.lazy(real)
        of_generator = self.generator_updates.minimize(self.generator_loss(self.points(self.work.batch)))
        self.average.follow()
        self.steps += 1
        return loss, of_generator

    def penalty(self, real, fake):
        """On a gradient, in each update; apart from what is compiled, which can be differentiated once."""
        return 0

    def lazy(self, real):
        """An update that is due now and then."""

    def gradient(self, points):
        points = points.detach().requires_grad_()
        return torch.autograd.grad(self.discriminated(points).sum(), points, create_graph=True)[0]


class ProgressiveGan(Adversarial):
    def build(self):
        model, side = self.model, self.work.shape[0]
        colors, start = self.work.shape[2], model["start"]
        if set(penalties(model)) != {"gradientPenalty", "drift"}:
            raise Lacking(f"penalties {penalties(model)} are not written for PyTorch")
        sides = [start << i for i in range((side // start).bit_length())]
        wide = [max(1, min(model["channels"]["most"], 2 * model["channels"]["base"] // each)) for each in sides]
        self.trunk = nn.Sequential(
            PixelNormalization(),
            Equalized(self.latent, start * start * wide[0], gain=math.sqrt(2) / start),
            nn.Unflatten(1, (wide[0], start, start)),
            *self.normalized(),
            *self.block(wide[0], wide[0]),
        )
        for below, channels in zip(wide, wide[1:]):
            self.trunk.extend([nn.Upsample(scale_factor=2), *self.block(below, channels), *self.block(channels, channels)])
        self.to_images = nn.ModuleList(Equalized(each, colors, 1, gain=1) for each in wide)
        self.from_images = nn.ModuleList(Equalized(colors, each, 1) for each in wide)
        self.critic = nn.Sequential(leaky())
        for below, channels in zip(wide[-2::-1], wide[:0:-1]):
            self.critic.extend([convolution(channels, channels), leaky(), convolution(channels, below), leaky(), nn.AvgPool2d(2)])
        self.critic.extend(ending(model["group"], wide[0], wide[0], start))
        self.generator_modules, self.discriminator_modules = [self.trunk, self.to_images], [self.critic, self.from_images]
        counted = {"generator": parameters(self.trunk), "discriminator": parameters(self.critic)}
        counted |= {f"toImage{each}": parameters(module) for each, module in zip(sides, self.to_images)}
        self.work.check(counted | {f"fromImage{each}": parameters(module) for each, module in zip(sides, self.from_images)})

    def normalized(self):
        return [leaky(), PixelNormalization()]

    def block(self, inputs, outputs):
        return [convolution(inputs, outputs), *self.normalized()]

    def points(self, count):
        return torch.randn(count, self.latent)

    def generated(self, z):
        return self.to_images[-1](self.trunk(z))

    def discriminated(self, x):
        return self.critic(self.from_images[-1](x))

    def compared(self, real, fake):
        of_real = self.discriminated(real)
        drift = penalties(self.model)["drift"]["weight"] * of_real.square().mean()
        return self.discriminated(fake).mean() - of_real.mean() + drift

    def penalty(self, real, fake):
        points = torch.lerp(real, fake, torch.rand(len(real), 1, 1, 1))
        length = self.gradient(points).square().sum(dim=(1, 2, 3)).sqrt()
        return penalties(self.model)["gradientPenalty"]["weight"] * (length - 1).square().mean()

    def generator_loss(self, z):
        return -self.discriminated(self.generated(z)).mean()


class Epilogue(nn.Module):
    """Noise, a bias, a leaky ReLU and the style."""

    def __init__(self, channels, style):
        super().__init__()
        self.strength, self.bias = nn.Parameter(torch.zeros(channels)), nn.Parameter(torch.zeros(channels))
        self.affine = Equalized(style, 2 * channels, gain=1)
        nn.init.ones_(self.affine.bias[:channels])

    def forward(self, x, style):
        n, c, h, w = x.shape
        noise = torch.randn(n, 1, h, w)
        x = F.leaky_relu(x + noise * self.strength.view(-1, 1, 1) + self.bias.view(-1, 1, 1), SLOPE)
        scale, shift = self.affine(style).view(n, 2 * c, 1, 1).chunk(2, dim=1)
        variance, average = torch.var_mean(x, dim=(2, 3), unbiased=False, keepdim=True)
        return (x - average) * (scale * torch.rsqrt(variance + 1e-8)) + shift


class StyledConvolution(nn.Module):
    def __init__(self, inputs, channels, style, doubles):
        super().__init__()
        self.convolution = convolution(inputs, channels, bias=False)
        self.epilogue, self.doubles = Epilogue(channels, style), doubles

    def forward(self, x, style):
        if self.doubles:
            x = F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
        return self.epilogue(self.convolution(x), style)


class Synthesis(nn.Module):
    def __init__(self, channels, style, colors):
        super().__init__()
        self.constant = nn.Parameter(torch.randn(1, channels[0], 4, 4))
        self.styled = Epilogue(channels[0], style)
        self.layers = nn.ModuleList([StyledConvolution(channels[0], channels[0], style, False)])
        for below, each in zip(channels, channels[1:]):
            self.layers.extend([StyledConvolution(below, each, style, True), StyledConvolution(each, each, style, False)])
        self.picture = Equalized(channels[-1], colors, 1, gain=1)

    def forward(self, styles):
        x = self.styled(self.constant.expand(len(styles), -1, -1, -1), styles[:, 0])
        for i, layer in enumerate(self.layers):
            x = layer(x, styles[:, i + 1])
        return self.picture(x)


class Halving(nn.Module):
    """A residual block of the discriminator."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.first = nn.Sequential(convolution(inputs, inputs), leaky(), nn.AvgPool2d(2), convolution(inputs, outputs, gain=1), leaky())
        self.second = nn.Sequential(nn.AvgPool2d(2), Equalized(inputs, outputs, 1, gain=math.sqrt(0.5), bias=False))

    def forward(self, x):
        return self.first(x) + self.second(x)


class StyleGan(Adversarial):
    def build(self):
        model, colors = self.model, self.work.shape[2]
        if model["modulation"] != "adain" or model["pathLength"] is not None or set(penalties(model)) != {"r1"}:
            raise Lacking("only adaptive instance normalization and R1 are written for PyTorch")
        style, channels = model["style"], model["channels"]
        mapping = [PixelNormalization()]
        for i in range(model["mappingLayers"]):
            mapping += [Equalized(style if i else self.latent, style, rate=model["mappingRate"]), leaky()]
        self.mapping, self.synthesis = nn.Sequential(*mapping), Synthesis(channels, style, colors)
        self.average_style = torch.zeros(style)
        blocks = [Halving(above, below) for above, below in zip(channels[:0:-1], channels[-2::-1])]
        self.critic = nn.Sequential(Equalized(colors, channels[-1], 1), leaky(), *blocks, *ending(model["group"], channels[0], channels[0], 4))
        self.generator_modules, self.discriminator_modules = [self.mapping, self.synthesis], [self.critic]
        counted = {"mapping": parameters(self.mapping), "synthesis": parameters(self.synthesis)}
        self.work.check(counted | {"discriminator": parameters(self.critic)})
        self.mapping = self.compiled(self.mapping)

    def points(self, count):
        """The style of each layer, of two points where they are mixed: what the compiled part has no choice in."""
        layers = 2 * len(self.model["channels"])
        first = self.mapping(torch.randn(count, self.latent))
        with torch.no_grad():
            self.average_style.lerp_(first.mean(0), 1 - self.model["averageMomentum"])
        styles = first.unsqueeze(1).expand(-1, layers, -1)
        if torch.rand(()).item() < self.model["mixing"]:
            cut = int(torch.randint(1, layers, ()))
            second = self.mapping(torch.randn(count, self.latent)).unsqueeze(1)
            styles = torch.cat([styles[:, :cut], second.expand(-1, layers - cut, -1)], dim=1)
        return styles

    def generated(self, styles):
        return self.synthesis(styles)

    def discriminated(self, x):
        return self.critic(x)

    def compared(self, real, fake):
        return F.softplus(-self.critic(real)).mean() + F.softplus(self.critic(fake)).mean()

    def generator_loss(self, styles):
        return F.softplus(-self.critic(self.generated(styles))).mean()

    def lazy(self, real):
        r1 = penalties(self.model)["r1"]
        if self.steps % r1["every"] == 0:
            penalty = self.gradient(real).square().sum() * r1["gamma"] / 2 / len(real)
            self.discriminator_updates.minimize(r1["every"] * penalty)


KINDS = {"progressiveGan": ProgressiveGan, "styleGan": StyleGan}
