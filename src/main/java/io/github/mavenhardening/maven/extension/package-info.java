/**
 * What runs beside the build when the plugin is declared with {@code <extensions>true</extensions>}.
 *
 * <p>The components are named in {@code META-INF/plexus/components.xml}.
 */
package io.github.mavenhardening.maven.extension;
