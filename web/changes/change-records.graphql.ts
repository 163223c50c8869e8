import { graphql, type ResultOf } from "../graphql/graphql.ts";

const changeAnswerFragment = graphql(`
  fragment ChangeAnswer on ChangeResult {
    revision
    changed { kind key label version after node { id } }
    errors { path code message }
    conflicts { kind key version field theirs yours who at }
  }
`);
/** What a change has stored, or what forbids it. */
export type ChangeAnswer = ResultOf<typeof changeAnswerFragment>;
export type ChangedRow = ChangeAnswer["changed"][number];
export type ChangeIssue = ChangeAnswer["errors"][number];

export const changeRecordsMutation = graphql(
  `
    mutation ChangeRecords($input: ChangeRecordsInput!) { changeRecords(input: $input) { ...ChangeAnswer } }
  `,
  [changeAnswerFragment],
);

export const revertChangeMutation = graphql(
  `
    mutation RevertChange($input: RevertChangeInput!) { revertChange(input: $input) { ...ChangeAnswer } }
  `,
  [changeAnswerFragment],
);

export const mergeRecordsMutation = graphql(
  `
    mutation MergeRecords($input: MergeRecordsInput!) { mergeRecords(input: $input) { ...ChangeAnswer } }
  `,
  [changeAnswerFragment],
);

const mergePreviewFragment = graphql(`
  fragment MergePreview on ChangeResult {
    changed { kind key from label before after }
    differences { kind record field into from keep }
    errors { path code message }
  }
`);
/** What a merge would do: every record that it touches, and the fields of which one value can stay. */
export type MergePreview = ResultOf<typeof mergePreviewFragment>;
export type MergeDifference = MergePreview["differences"][number];

/** Asked with dryRun. */
export const previewMergeMutation = graphql(
  `
    mutation PreviewMerge($input: MergeRecordsInput!) { mergeRecords(input: $input) { ...MergePreview } }
  `,
  [mergePreviewFragment],
);
