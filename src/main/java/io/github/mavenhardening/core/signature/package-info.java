/**
 * OpenPGP signatures of artifacts: who signed a file, and who may. Only {@code Keyring} and {@code SignatureVerifier}, with what
 * they alone use, touch Bouncy Castle, so that a build that verifies no signature loads nothing of it.
 */
package io.github.mavenhardening.core.signature;
