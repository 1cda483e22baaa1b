/** Words compared with words. */
package io.github.mavenhardening.core.text;
