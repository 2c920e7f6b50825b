/** The referral whose life the story tells. */
export const kentsId = 'R-7K3M-9QXD'
/** A restricted one, of an organisation that another answers for. */
export const borderForcesId = 'R-2B8F-W4HN'
/** An urgent one that nobody answers. */
export const psnisId = 'R-3E6M-T8SA'
/** The same SAR as Kent's, registered with Essex by mistake. */
export const essexsId = 'R-6JQ4-M1ZT'
/** One that turns out to be another force's, */
export const surreysId = 'R-9P5R-C0YD'
/** and the one that it was redirected into. */
export const sussexsId = 'R-4D7G-X2KV'
