/** What a build used, and how it stands to the lock: artifacts with their coordinates, origin and use. No Maven types. */
package io.github.mavenhardening.core.dependency;
