/** The tool itself, free of Maven: what a repository and a build hold goes in, judged findings come out. */
package io.github.mavenhardening.core;
