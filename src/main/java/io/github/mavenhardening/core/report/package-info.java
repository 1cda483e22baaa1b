/** Report formats of a result: lines for a log, files for machines. A report knows results, and nothing of how they came. */
package io.github.mavenhardening.core.report;
