/** How a build's Maven is launched: the folders that it reads, and the arguments and properties that it takes from them. */
package io.github.mavenhardening.core.launch;
