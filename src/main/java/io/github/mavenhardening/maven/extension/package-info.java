/** What the plugin does around the goals of a build where it is an extension. */
package io.github.mavenhardening.maven.extension;
