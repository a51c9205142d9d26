/** Records to JSON as the API's description has them, and back, strictly. */
package io.kassa.pos.web.json;
