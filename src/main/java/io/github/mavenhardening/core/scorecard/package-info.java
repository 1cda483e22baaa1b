/**
 * What OpenSSF Scorecard would give for those of its checks that are decided from files, by its own formulas.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/docs/checks.md">Scorecard: the checks</a>
 */
package io.github.mavenhardening.core.scorecard;
