#!/usr/bin/env python3
"""Makes the file that `figment evaluate RUN --extractor inception.onnx` takes, out of the weights that torch-fidelity
uses: the Inception network by which FID, KID and IS are defined.

    pip install torch torchvision torch-fidelity onnx onnxscript
    python inception_onnx.py weights-inception-2015-12-05-6726825d.pth inception.onnx

The weights are a release file of torch-fidelity, version 0.2.0. The network takes images of any size, floats of
(n, 3, h, w) from 0 to 255, resizes them to 299x299 as TensorFlow 1 does (bilinear, no shift of half a pixel), and gives
`features` (n, 2048) and `logits_unbiased` (n, 1008).

Tried with torch 2.15.0, torch-fidelity 0.4.0, onnx 1.23.2, onnxscript 0.7.2.
"""

import argparse
import io

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch_fidelity.feature_extractor_inceptionv3 import FeatureExtractorInceptionV3

SIDE = FeatureExtractorInceptionV3.INPUT_IMAGE_SIZE
OPSET = 17


class Inside(torch.nn.Module):
    """The layers after the resizing, as FeatureExtractorInceptionV3.forward has them."""

    LAYERS = (
        "Conv2d_1a_3x3 Conv2d_2a_3x3 Conv2d_2b_3x3 MaxPool_1 Conv2d_3b_1x1 Conv2d_4a_3x3 MaxPool_2 Mixed_5b Mixed_5c "
        "Mixed_5d Mixed_6a Mixed_6b Mixed_6c Mixed_6d Mixed_6e Mixed_7a Mixed_7b Mixed_7c AvgPool"
    ).split()

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, resized):
        x = (resized - 128) / 128
        for name in self.LAYERS:
            x = getattr(self.network, name)(x)
        features = torch.flatten(x, 1)
        return features, features.mm(self.network.fc.weight.T)


def exported(network):
    """The layers as an ONNX model of images that have their size already."""
    target = io.BytesIO()
    torch.onnx.export(
        Inside(network).eval(),
        (torch.zeros(2, 3, SIDE, SIDE),),
        target,
        dynamo=False,
        opset_version=OPSET,
        input_names=["resized"],
        output_names=["features", "logits_unbiased"],
        dynamic_axes={name: {0: "n"} for name in ("resized", "features", "logits_unbiased")},
    )
    return onnx.load_from_string(target.getvalue())


def with_resizing(model):
    """The same of images of any size."""
    graph = model.graph
    graph.initializer.extend(
        [
            numpy_helper.from_array(torch.tensor([0]).numpy(), "figment_first"),
            numpy_helper.from_array(torch.tensor([2]).numpy(), "figment_third"),
            numpy_helper.from_array(torch.tensor([SIDE, SIDE]).numpy(), "figment_side"),
        ]
    )
    nodes = [
        helper.make_node("Shape", ["images"], ["figment_shape"]),
        helper.make_node("Slice", ["figment_shape", "figment_first", "figment_third"], ["figment_two"]),
        helper.make_node("Concat", ["figment_two", "figment_side"], ["figment_sizes"], axis=0),
        helper.make_node(
            "Resize",
            ["images", "", "", "figment_sizes"],
            ["resized"],
            mode="linear",
            coordinate_transformation_mode="asymmetric",
        ),
    ]
    for place, node in enumerate(nodes):
        graph.node.insert(place, node)
    del graph.input[:]
    graph.input.append(helper.make_tensor_value_info("images", TensorProto.FLOAT, ["n", 3, "h", "w"]))
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", help="weights-inception-2015-12-05-6726825d.pth")
    parser.add_argument("onnx", help="the file to make")
    given = parser.parse_args()
    network = FeatureExtractorInceptionV3(
        "inception-v3-compat", ["2048", "logits_unbiased"], feature_extractor_weights_path=given.weights
    )
    model = with_resizing(exported(network))
    helper.set_model_props(model, {"figment.input": "0..255", "figment.resize": "tensorflow1"})
    onnx.checker.check_model(model)
    onnx.save(model, given.onnx)


if __name__ == "__main__":
    main()
