/** What checks say: a finding, where it is, how bad, how sure, for whom, and what mends it. */
package io.github.mavenhardening.core.finding;
