/** GitLab as a forge: what its REST interface tells of a project's settings. */
package io.github.mavenhardening.core.forge.gitlab;
