/** What a build used: files of the local repository with their coordinates, origin and reason. No Maven types. */
package io.github.mavenhardening.core.inventory;
