/** The result as one HTML page that needs nothing but itself: no network, and of the script only comfort. */
package io.github.mavenhardening.core.report.page;
