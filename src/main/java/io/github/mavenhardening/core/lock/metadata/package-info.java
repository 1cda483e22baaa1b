/**
 * What is known of locked files beyond their bytes: where they came from, when they were published and first seen, who signed
 * them. It lies in a file of its own, so that the lock stays in the format that Maven reads.
 */
package io.github.mavenhardening.core.lock.metadata;
