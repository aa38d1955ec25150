using BuyingGroups.Data.Imports;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>How imports are put in words on screen; every text is a localisation key.</summary>
public static class ImportWords
{
    public static string Status(ImportStatus status) => status switch
    {
        ImportStatus.Uploaded => "Not started",
        ImportStatus.Running => "Running",
        ImportStatus.Finished => "Finished",
        ImportStatus.Cancelled => "Cancelled",
        _ => "Failed",
    };

    /// <summary>The status whose chip it wears.</summary>
    public static string Chip(ImportStatus status) => status switch
    {
        ImportStatus.Uploaded => "Draft",
        ImportStatus.Finished => "Done",
        _ => Status(status),
    };

    public static string Title(ImportKind kind) => kind == ImportKind.Accounts ? "Import accounts" : "Import people";

    public static string Form(FieldForm form) => form switch
    {
        FieldForm.Number or FieldForm.WholeNumber => "Number",
        FieldForm.Date => "Date",
        FieldForm.YesOrNo => "Yes or no",
        FieldForm.Choice => "Choice",
        _ => "Text",
    };

    /// <summary>"48,210 rows, 10 columns, semicolon, UTF-8 with BOM".</summary>
    public static string Describe(this IStringLocalizer texts, ImportSettings settings) => texts[
        "{0}, {1}, {2}, {3}",
        texts.Count(settings.Rows, "1 row", "{0} rows"), texts.Count(settings.Columns.Count, "1 column", "{0} columns"), texts[settings.Format.DelimiterName].Value, settings.Format.Encoding];

    /// <summary>A rejection in the user's language.</summary>
    public static string Rejection(this IStringLocalizer texts, string stored)
    {
        var (text, arguments) = RejectionWords.Read(stored);
        return texts[text, arguments];
    }

    /// <summary>"97 have no account name": how many rows a reason kept out.</summary>
    public static string Reason(this IStringLocalizer texts, ReasonCount reason) => reason.Reason switch
    {
        nameof(MissingName) => texts.Count(reason.Count, "1 has no account name", "{0} have no account name"),
        nameof(MissingSourceKey) => texts.Count(reason.Count, "1 has no source key", "{0} have no source key"),
        nameof(MissingEmail) => texts.Count(reason.Count, "1 has no email address", "{0} have no email address"),
        nameof(MalformedEmail) => texts.Count(reason.Count, "1 has an email address that is none", "{0} have an email address that is none"),
        nameof(MissingAccount) => texts.Count(reason.Count, "1 names no account", "{0} name no account"),
        nameof(UnknownAccount) => texts.Count(reason.Count, "1 names an account that is not there", "{0} name an account that is not there"),
        nameof(TextTooLong) => texts.Count(reason.Count, "1 has a text that is too long", "{0} have a text that is too long"),
        nameof(NotANumber) or nameof(NumberOutOfRange) => texts.Count(reason.Count, "1 has a number that cannot be read", "{0} have a number that cannot be read"),
        nameof(NotADate) => texts.Count(reason.Count, "1 has a date that cannot be read", "{0} have a date that cannot be read"),
        nameof(NotYesOrNo) => texts.Count(reason.Count, "1 has neither yes nor no where one is needed", "{0} have neither yes nor no where one is needed"),
        nameof(NotAChoice) => texts.Count(reason.Count, "1 has a value that is not one of the choices", "{0} have a value that is not one of the choices"),
        nameof(DuplicateInFile) => texts.Count(reason.Count, "1 repeats a key", "{0} repeat a key"),
        nameof(OwnParent) => texts.Count(reason.Count, "1 names itself as parent", "{0} name themselves as parent"),
        nameof(ParentCircle) => texts.Count(reason.Count, "1 landed without its parent, which is below it", "{0} landed without their parent, which is below them"),
        nameof(RaggedRow) => texts.Count(reason.Count, "1 has too few or too many cells", "{0} have too few or too many cells"),
        nameof(UnclosedQuote) => texts.Count(reason.Count, "1 opens a quotation mark and does not close it", "{0} open a quotation mark and do not close it"),
        nameof(CellTooLarge) => texts.Count(reason.Count, "1 has a cell that is too large", "{0} have a cell that is too large"),
        _ => texts.Count(reason.Count, "1 has characters that cannot be read", "{0} have characters that cannot be read"),
    };

    /// <summary>All reasons in one sentence part, most frequent first.</summary>
    public static string Reasons(this IStringLocalizer texts, IReadOnlyList<ReasonCount> reasons) =>
        string.Join(texts[", "], reasons.Select(r => texts.Reason(r)));
}
