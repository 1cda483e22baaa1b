/** Many JSON reports as one: those of many repositories, and those of one repository over time. */
package io.github.mavenhardening.core.report.aggregate;
