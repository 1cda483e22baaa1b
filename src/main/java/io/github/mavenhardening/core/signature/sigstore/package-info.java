/**
 * Bundles of Sigstore, verified by its own library where a team has added that to the plugin. Nothing outside this package
 * knows a type of that library, and only one class in it.
 */
package io.github.mavenhardening.core.signature.sigstore;
