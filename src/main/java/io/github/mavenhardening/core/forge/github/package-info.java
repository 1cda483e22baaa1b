/** GitHub as a forge: what its REST interface tells of a repository's settings. */
package io.github.mavenhardening.core.forge.github;
