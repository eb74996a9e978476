package dev.figment.nn;

/**
 * A layer at work in a network.
 *
 * @param network its name: {@code generator}
 * @param number of the layer in it, from 0
 * @param own its parameters
 */
public record AppliedLayer(
    String network, int number, Layer layer, Shape input, Shape output, Parameters own) {
  /** As messages name it: {@code generator/3 conv2d}. */
  public String place() {
    return network + "/" + number + " " + layer.kind();
  }
}
