using System.Reflection;
using System.Reflection.Emit;

namespace Underpin.Tests.House;

/// <summary>Which types a type uses: in its members' signatures and in the code of its methods.</summary>
internal static class RoomReferences
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value, o => o.OperandType);

    public static HashSet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(contract);
        AddAttributes(type);
        foreach (var member in type.GetMembers(Declared))
        {
            AddAttributes(member);
            switch (member)
            {
                case FieldInfo field: Add(field.FieldType); break;
                case PropertyInfo property: Add(property.PropertyType); break;
                case MethodBase method: AddMethod(method); break;
            }
        }

        return used;

        void AddMethod(MethodBase method)
        {
            if (method is MethodInfo { ReturnType: var returned }) Add(returned);
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
            if (method.GetMethodBody() is not { } body) return;
            foreach (var local in body.LocalVariables) Add(local.LocalType);
            foreach (var token in Tokens(body.GetILAsByteArray()!)) AddMember(method, token);
        }

        void AddMember(MethodBase method, int token)
        {
            var member = method.Module.ResolveMember(token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null);
            Add(member as Type ?? member?.DeclaringType);
            if (member is MethodInfo called)
            {
                Add(called.ReturnType);
                foreach (var argument in called.GetGenericArguments()) Add(argument);
            }

            if (member is FieldInfo field) Add(field.FieldType);
        }

        void AddAttributes(MemberInfo member)
        {
            foreach (var attribute in member.GetCustomAttributesData()) Add(attribute.AttributeType);
        }

        void Add(Type? found)
        {
            if (found is null || found.IsGenericParameter) return;
            if (found.HasElementType)
            {
                Add(found.GetElementType());
                return;
            }

            if (!used.Add(found)) return;
            foreach (var argument in found.GetGenericArguments()) Add(argument);
        }
    }

    /// <summary>The metadata tokens in a method's code: what it calls, makes, reads and names.</summary>
    static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opcode = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += opcode > 0xFF ? 2 : 1;
            switch (Operands[opcode])
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: at += 1; break;
                case OperandType.InlineVar: at += 2; break;
                case OperandType.InlineI8 or OperandType.InlineR: at += 8; break;
                case OperandType.InlineSwitch: at += 4 + 4 * BitConverter.ToInt32(code, at); break;
                case OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok:
                    yield return BitConverter.ToInt32(code, at);
                    at += 4;
                    break;
                default: at += 4; break;
            }
        }
    }
}
