/** The way out of this machine: ports that ask something of one kind, and the run's leave to use them. */
package io.github.mavenhardening.core.network;
