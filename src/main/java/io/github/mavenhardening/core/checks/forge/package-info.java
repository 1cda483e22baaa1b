/** What the checks of every family need that compare the snapshot of the forge's settings with the files. */
package io.github.mavenhardening.core.checks.forge;
