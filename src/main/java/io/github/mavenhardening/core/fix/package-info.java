/** Makes the fixes that findings carry, in memory, each one tried before it is kept. */
package io.github.mavenhardening.core.fix;
