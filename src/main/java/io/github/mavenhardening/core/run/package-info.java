/** Runs the checks of each family: finds the files, reads the models, collects the findings. */
package io.github.mavenhardening.core.run;
