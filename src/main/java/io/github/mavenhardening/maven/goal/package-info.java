/** The goals: thin adapters from parameters to the core, and from its result to Maven's exceptions. */
package io.github.mavenhardening.maven.goal;
