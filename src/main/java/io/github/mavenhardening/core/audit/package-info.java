/** How each family gets from the repository to findings. */
package io.github.mavenhardening.core.audit;
