/** What a team makes of findings: layers of settings, suppressions, the threshold, the verdict. */
package io.github.mavenhardening.core.policy;
