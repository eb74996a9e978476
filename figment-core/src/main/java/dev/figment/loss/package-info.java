/**
 * What training makes small: functions of tensors, one idea per file, each giving a scalar. {@link
 * dev.figment.loss.AdversarialLoss} holds what a generator and a discriminator are told; losses
 * that have a sigmoid or softmax in them take logits.
 *
 * <p>Leans on {@code tensor}; knows neither networks nor training.
 */
package dev.figment.loss;
