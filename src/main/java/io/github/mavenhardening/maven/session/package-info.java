/** What goals share over the modules and threads of one Maven session. */
package io.github.mavenhardening.maven.session;
