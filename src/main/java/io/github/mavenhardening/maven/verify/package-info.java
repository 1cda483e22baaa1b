/**
 * Compares what a Maven build used with the lock: in a goal and, where the plugin is declared with
 * {@code <extensions>true</extensions>}, beside the build, before anything of a file is loaded.
 *
 * <p>The components of the extension are named in {@code META-INF/plexus/components.xml}.
 */
package io.github.mavenhardening.maven.verify;
