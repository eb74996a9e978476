"""Writes what other programs say of the same features: python make_feature_fixtures.py OUTDIR

torch-fidelity 0.4.0 (fréchet and kernel distance, inception score, precision and recall), SciPy 1.17.1 (the root of a
matrix), prdc 0.2 (density and coverage); NumPy 2.4.6, torch 2.15.0.
"""

import json
import sys
import zlib
from pathlib import Path

import numpy as np
import torch
from prdc import compute_prdc
from safetensors.numpy import save
from scipy.linalg import sqrtm
from torch_fidelity.metric_fid import fid_features_to_statistics, fid_statistics_to_metric
from torch_fidelity.metric_isc import isc_features_to_metric
from torch_fidelity.metric_kid import kid_features_to_metric
from torch_fidelity.metric_prc import prc_features_to_metric


def features(name, count, size, mixing, shift):
    """Dependent features, not normally distributed; as float32, which is what Java gets."""
    random = np.random.default_rng(zlib.crc32(name.encode()))
    points = np.maximum(0, random.standard_normal((count, size)) @ mixing + shift)
    return points.astype(np.float32)


def frechet(one, other):
    statistics = [fid_features_to_statistics(torch.from_numpy(each.astype(np.float64))) for each in (one, other)]
    return fid_statistics_to_metric(*statistics, False)["frechet_inception_distance"]


def frechet_by_scipy(one, other):
    one, other = one.astype(np.float64), other.astype(np.float64)
    first, second = np.cov(one, rowvar=False), np.cov(other, rowvar=False)
    root = np.trace(sqrtm(first @ second)).real
    return float(((one.mean(0) - other.mean(0)) ** 2).sum() + np.trace(first) + np.trace(second) - 2 * root)


def kernel(one, other):
    """A single subset of all images: no random choice."""
    count = min(len(one), len(other))
    one, other = (torch.from_numpy(each[:count].astype(np.float64)) for each in (one, other))
    said = kid_features_to_metric(one, other, kid_subsets=1, kid_subset_size=count, verbose=False)
    return said["kernel_inception_distance_mean"]


def score(logits):
    said = isc_features_to_metric(torch.from_numpy(logits), splits=10, shuffle=False)
    return {"mean": said["inception_score_mean"], "deviation": said["inception_score_std"]}


def neighbors(generated, reference):
    one, other = (torch.from_numpy(each.astype(np.float64)) for each in (generated, reference))
    manifolds = prc_features_to_metric(one, other, prc_neighborhood=3, save_cpu_ram=False, verbose=False)
    balls = compute_prdc(reference.astype(np.float64), generated.astype(np.float64), 5)
    return {
        "precision": float(manifolds["precision"]),
        "recall": float(manifolds["recall"]),
        "density": float(balls["density"]),
        "coverage": float(balls["coverage"]),
    }


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python make_feature_fixtures.py OUTDIR")
    size = 12
    mixing = np.random.default_rng(1).standard_normal((size, size)) / np.sqrt(size)
    reference = features("reference", 400, size, mixing, 0.3)
    generated = features("generated", 300, size, mixing.T, 0.5)
    near = features("near", 300, size, mixing, 0.35)
    logits = (4 * np.random.default_rng(2).standard_normal((205, 10))).astype(np.float32)
    case = {"score": score(logits)}
    for name, points in {"generated": generated, "near": near}.items():
        case[name] = {
            "frechet": frechet(points, reference),
            "frechetByScipy": frechet_by_scipy(points, reference),
            "frechetOfEight": frechet(points[:8], reference),
            "kernel": kernel(points, reference),
            **neighbors(points, reference),
        }
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {"reference": reference, "generated": generated, "near": near, "logits": logits}
    file = folder / "features.safetensors"
    file.write_bytes(save(tensors, metadata={"case": json.dumps(case)}))
    print(json.dumps(case, indent=2), f"{file.name} {file.stat().st_size:,} bytes", sep="\n")


if __name__ == "__main__":
    main()
