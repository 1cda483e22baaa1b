/**
 * A validator for located YAML: the dozen keywords of JSON Schema that the Security Insights schemas use, with the exact
 * place of what is wrong.
 */
package io.github.mavenhardening.core.insights.schema;
