/**
 * The bill of materials of a build, in CycloneDX's format: what the product consists of, and beside it what it was made by.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6: JSON reference</a>
 */
package io.github.mavenhardening.core.sbom;
