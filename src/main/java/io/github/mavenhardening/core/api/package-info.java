/**
 * What third parties implement and are given: checks, their metadata and options, and the state that each kind of check looks
 * at.
 */
package io.github.mavenhardening.core.api;
