namespace Underpin.Credentials.Tokens;

/// <summary>Collects the checks of one verification. The first failure decides the verdict.</summary>
internal sealed class Checklist
{
    private static readonly int Count = Enum.GetValues<CheckName>().Length;
    private static readonly Check[] Pointless =
        [.. Enum.GetValues<CheckName>().Select(name => new Check(
            name, CheckOutcome.NotChecked, "Not looked at, because an earlier check already failed."))];

    private readonly Check?[] _checks = new Check?[Count];
    private Verdict? _failure;

    public Verdict Verdict => _failure ?? Verdict.Valid;

    public bool HasFailed => _failure is not null;

    public void Note(Check check) => _checks[(int)check.Name] = check;

    public void Fail(CheckName name, Verdict verdict, string sentence)
    {
        _checks[(int)name] = new Check(name, CheckOutcome.Failed, sentence);
        _failure ??= verdict;
    }

    public Check[] ToList()
    {
        var list = new Check[Count];
        for (var i = 0; i < Count; i++)
            list[i] = _checks[i] ?? Pointless[i];
        return list;
    }
}
