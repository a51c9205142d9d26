/** Refunds, sale receipts, and what the till asks again by itself. */
package io.kassa.pos.host.refund;
