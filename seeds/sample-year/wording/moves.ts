import type { ExtensionReason, RedirectReason, WithdrawalReason } from '../../../shared/domain/codes.ts'

/** Why the UKFIU moves a referral, by the reason's code. */

export const withdrawalSentences: Readonly<Record<WithdrawalReason, readonly string[]>> = {
  registered_in_error: [
    'The wrong report was chosen when this was registered.',
    'The person turned out not to be connected with policing before any enquiry began.',
  ],
  duplicate: ['The same report had been referred before under another reference.'],
  sar_withdrawn: ['The reporter has withdrawn the report, having mistaken one customer for another.'],
  other: ['The referral is no longer needed after a change in the wider operation.'],
}

export const redirectSentences: Readonly<Record<RedirectReason, readonly string[]>> = {
  not_our_personnel: [
    'The first organisation found nobody who fits. Further enquiry by the UKFIU points to this one.',
    'The employer was read wrongly from the report and has been put right.',
  ],
  moved_force: ['The person had moved to another organisation before the report was made.'],
  answered_elsewhere: ['Another organisation is already looking into this and will answer for it.'],
  other: ['The organisations have agreed between them who will look into it.'],
}

export const extensionSentences: Readonly<Record<ExtensionReason, readonly string[]>> = {
  awaiting_proceedings: [
    'A hearing is listed shortly after the date, and an answer before it would be of little use.',
  ],
  covert_enquiry: ['The enquiry is at a stage at which nothing more should be asked of it.'],
  awaiting_another_body: ['The answer turns on a decision that another body has yet to make.'],
  complexity: ['There are several accounts and the records of two banks are still to come.'],
  other: ['The unit asked for more time and gave good reason.'],
}
