using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>Everything needed to read one file as one kind of record.</summary>
public sealed record ImportPlan<TRecord>(ImportFile File, ImportSettings Settings, RowPlan<TRecord> Rows, RecordTable<TRecord> Table)
    where TRecord : class
{
    public BatchReader<TRecord> Read(Stream stream) => new(File.Id, Settings.Format.Open(stream), Settings.Format, Rows, Table);
}

/// <summary>Makes plans.</summary>
public static class ImportPlan
{
    public static ImportPlan<Account> ForAccounts(ImportFile file, IReadOnlyList<CustomField> customFields)
    {
        var settings = ImportSettings.Read(file.Settings);
        var own = customFields.Where(f => f.Target == CustomFieldTarget.Account).ToList();
        return new(file, settings, new(RecordShape.Accounts, settings.Mapping, AccountFields.All, own, key => new Account { SourceKey = key, Name = "" }), new AccountTable());
    }

    public static ImportPlan<Person> ForPeople(ImportFile file, IReadOnlyList<CustomField> customFields)
    {
        var settings = ImportSettings.Read(file.Settings);
        var own = customFields.Where(f => f.Target == CustomFieldTarget.Person).ToList();
        return new(file, settings, new(RecordShape.People, settings.Mapping, PersonFields.All, own, key => new Person { SourceKey = key, Email = "" }), new PersonTable());
    }
}
