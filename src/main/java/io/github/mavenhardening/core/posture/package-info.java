/** What a checkout tells about how its repository is kept, read into models. */
package io.github.mavenhardening.core.posture;
