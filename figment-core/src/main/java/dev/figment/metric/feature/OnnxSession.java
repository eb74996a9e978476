package dev.figment.metric.feature;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.figment.ModelFileException;
import dev.figment.tensor.Backend;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ONNX file in ONNX Runtime, with as many threads as the engine. No library of operators is
 * registered beside the runtime's own, nothing is written, and what the runtime says goes to the
 * debug log: messages are ours.
 */
final class OnnxSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxSession.class);
  private static final OrtEnvironment ENVIRONMENT = environment();

  private final Path file;
  private final OrtSession session;

  private OnnxSession(Path file, OrtSession session) {
    this.file = file;
    this.session = session;
  }

  private static OrtEnvironment environment() {
    OrtEnvironment made =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "figment");
    try {
      made.setTelemetry(false);
    } catch (OrtException e) {
      LOG.debug("ONNX Runtime has no telemetry to turn off", e);
    }
    return made;
  }

  /**
   * @throws ModelFileException if the runtime refuses the network
   */
  static OnnxSession open(OnnxFile file) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setInterOpNumThreads(1);
      options.setIntraOpNumThreads(Backend.threads());
      options.addConfigEntry(
          "session.intra_op.allow_spinning", "0"); // the engine's threads wait too
      return new OnnxSession(file.path(), ENVIRONMENT.createSession(file.bytes(), options));
    } catch (OrtException e) {
      LOG.debug("{}: ONNX Runtime refuses it", file.path(), e);
      throw new ModelFileException(
          "%s: expected a network that ONNX Runtime %s can run, got one that it refuses (%s). Save"
              + " it anew, with opset 17 for instance.",
          file.path(), ENVIRONMENT.getVersion(), e.getCode());
    }
  }

  /** What it takes, by name. */
  Map<String, NodeInfo> inputs() {
    try {
      return session.getInputInfo();
    } catch (OrtException e) {
      throw failure("describing its inputs", e);
    }
  }

  /** What the file says about itself under a key. */
  String metadata(String key, String otherwise) {
    try {
      return session.getMetadata().getCustomMetadataValue(key).orElse(otherwise);
    } catch (OrtException e) {
      throw failure("reading its metadata", e);
    }
  }

  /** Numbers that a network gives. */
  record Output(long[] shape, float[] values) {}

  /**
   * Runs the network.
   *
   * @return its outputs in the file's order
   * @throws ModelFileException if the runtime cannot, or an output holds no floats
   */
  List<Output> run(String input, float[] values, long... shape) {
    try (OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      List<Output> outputs = new ArrayList<>();
      for (Map.Entry<String, OnnxValue> each : result) {
        outputs.add(output(each.getKey(), each.getValue()));
      }
      return outputs;
    } catch (OrtException e) {
      throw failure("running it on images of " + Arrays.toString(shape), e);
    }
  }

  private Output output(String name, OnnxValue value) {
    FloatBuffer buffer = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
    if (buffer == null) {
      throw new ModelFileException(
          "%s: output %s: expected floats, got %s", file, name, value.getInfo());
    }
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return new Output(((OnnxTensor) value).getInfo().getShape(), values);
  }

  private ModelFileException failure(String doing, OrtException e) {
    LOG.debug("{}: {}", file, doing, e);
    return new ModelFileException(
        "%s: %s failed in ONNX Runtime (%s). docs/inception_onnx.py makes a file that takes images"
            + " of any size.",
        file, doing, e.getCode());
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failure("closing it", e);
    }
  }
}
